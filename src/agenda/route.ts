/** One address of the API, below the room. */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** The status of a success, 200 where it says nothing; 204 sends no body. */
  readonly status?: 201 | 202 | 204;
  /** The most bytes that a request may carry, where the common limit does not do. */
  readonly bodyLimit?: number;
  /** What is said of a request that carries more, where the common words do not do. */
  readonly tooLarge?: (query: Asked["query"]) => { readonly message: string; readonly hint: string };
  /** It changes no contact and nothing on screen, and need not wait for the end of an import. */
  readonly duringImport?: boolean;
  /** Gives what is sent as JSON, or a whole Response for anything else. What it throws becomes a Refusal. */
  readonly answer: (asked: Asked) => unknown;
};

/** What was asked. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON of a request that carries some, else undefined. */
  readonly body: unknown;
  /** The request itself, for a body that is not JSON. */
  readonly request: Request;
};
