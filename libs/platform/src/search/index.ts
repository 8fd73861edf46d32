export { findDocuments, mostFound, type FoundDocument, type FoundDocuments } from './find-documents.js';
export { fillSearch, keepSearchable, type RunSql, type SearchSource } from './keep-searchable.js';
export { queryOf, vectorOf } from './lexemes.js';
export { SearchDocumentRow, searchAudiences, type SearchAudience } from './search-document.entity.js';
