// What pages with maps and tables add to them.
import { map } from './map.js';
import { sortable } from './table.js';

document.querySelectorAll('.map-figure').forEach(map);
document.querySelectorAll('.facts, .sortable').forEach(sortable);
