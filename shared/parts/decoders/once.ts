/** What is made when it is first needed, and then kept. */
export function onFirstUse<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => made ??= make();
}
