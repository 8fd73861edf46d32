export { readCsv } from './read-csv.js';
export { readGrid } from './read-grid.js';
export { readWord } from './read-word.js';
export { writeGrid, type GridCell, type GridPage } from './write-grid.js';
export { writeWord } from './write-word.js';
