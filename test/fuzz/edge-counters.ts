import { parseAst } from "rolldown/parseAst";

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;
type Insertion = { readonly at: number; readonly text: string };

/** Gives out the number of each counter, and hears of each string literal. */
export type Numbering = { readonly next: () => number; readonly word: (text: string) => void };

/**
 * A module's source with a counter at the start of every branch: functions, arms of conditions, loops, cases and
 * right sides of logical operators. Types are left as they are; every line stays on its line.
 */
export function withEdgeCounters(source: string, lang: "ts" | "js", numbering: Numbering): string {
  const program = parseAst(source, { lang }) as unknown as Node;
  const insertions: Insertion[] = [];
  const insert = (at: number, text: string) => void insertions.push({ at, text });
  const count = () => `edges$[${numbering.next()}]++`;

  const atStartOf = (block: Node, statements: readonly Node[]) => {
    const first = statements.find((each) => typeof each["directive"] !== "string");
    insert(first?.start ?? block.end - 1, `${count()};`);
  };
  const around = (node: Node, open: string, close: string) => {
    insert(node.start, open);
    visitInside(node);
    insert(node.end, close);
  };
  const statement = (node: Node) => {
    if (node.type !== "BlockStatement") return around(node, `{${count()};`, "}");
    atStartOf(node, node["body"] as Node[]);
    visitInside(node);
  };
  const expression = (node: Node) => around(node, `(${count()},`, ")");

  const branches: Readonly<Record<string, Readonly<Record<string, (node: Node) => void>>>> = {
    FunctionDeclaration: { body: statement },
    FunctionExpression: { body: statement },
    ArrowFunctionExpression: {
      body: (node) => (node.type === "BlockStatement" ? statement(node) : expression(node)),
    },
    IfStatement: { consequent: statement, alternate: statement },
    ForStatement: { body: statement },
    ForInStatement: { body: statement },
    ForOfStatement: { body: statement },
    WhileStatement: { body: statement },
    DoWhileStatement: { body: statement },
    CatchClause: { body: statement },
    ConditionalExpression: { consequent: expression, alternate: expression },
    LogicalExpression: { right: expression },
  };

  function visitInside(node: Node): void {
    if (node.type === "SwitchCase") {
      const [first] = node["consequent"] as Node[];
      if (first) insert(first.start, `${count()};`);
    }
    if (node.type === "Literal" && typeof node["value"] === "string") numbering.word(node["value"]);
    const special = branches[node.type];
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) (special?.[key] ?? visitInside)(child);
      }
    }
  }

  const body = program["body"] as Node[];
  const first = body.find((each) => typeof each["directive"] !== "string");
  if (first) insert(first.start, "const edges$=globalThis.edgeCounts;");
  visitInside(program);
  return applied(source, insertions);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

// The sort is stable: what was inserted first at a place stays first.
function applied(source: string, insertions: readonly Insertion[]): string {
  let result = "";
  let from = 0;
  for (const { at, text } of insertions.toSorted((a, b) => a.at - b.at)) {
    result += source.slice(from, at) + text;
    from = at;
  }
  return result + source.slice(from);
}
