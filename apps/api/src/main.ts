// Placeholder: the HTTP server replaces this file.
import * as kernel from '@cadre/kernel';

console.log(`api: kernel offers ${Object.keys(kernel).length} names`);
