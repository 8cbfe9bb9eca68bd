// oxlint-disable-next-line no-control-regex
const NO_WRITING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** False for text with control characters or halves of surrogate pairs: the register holds none, and not every engine can look for them. */
export const isWriting = (text: string): boolean => !NO_WRITING.test(text);
