/**
 * Joins arguments into a command line that Windows programs split back into the same arguments
 * (CommandLineToArgvW's rules: backslashes count only before a quotation mark).
 */
export function joinCommandLine(args: readonly string[]): string {
  return args.map(quoteArgument).join(" ");
}

function quoteArgument(argument: string): string {
  if (argument !== "" && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1");
  return `"${escaped}"`;
}
