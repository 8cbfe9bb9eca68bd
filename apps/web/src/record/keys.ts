/** A word of the API as a key of the words: "budget document" as budgetDocument. */
export function keyOf(word: string): string {
  return word.replace(/[^a-z0-9]+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}
