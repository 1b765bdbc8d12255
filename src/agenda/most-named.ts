/** Beyond this many, contacts are selected as a whole or not: each is named by its number in what is kept of the screen. */
export const mostNamed = 10_000;
