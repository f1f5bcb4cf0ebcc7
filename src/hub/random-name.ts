/** A name that nothing else has. `crypto.randomUUID` is not there on pages without https. */
export const randomName = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
