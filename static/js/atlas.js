// All that needs script. Every page works without it.
import { finder } from './finder.js';
import { map } from './map.js';
import { sortable } from './table.js';

finder();
document.querySelectorAll('.map-figure').forEach(map);
document.querySelectorAll('table.facts').forEach(sortable);
