// Placeholder: the command line replaces this file.
import * as kernel from '@cadre/kernel';

console.log(`cli: kernel offers ${Object.keys(kernel).length} names`);
