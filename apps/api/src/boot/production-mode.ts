// React and its server renderer each choose their build when they are loaded, by this variable alone; set between the two, they
// do not fit and no page renders. Imported before everything else. The build for production is several times faster.
process.env['NODE_ENV'] ??= 'production';
