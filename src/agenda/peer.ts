import fs from "node:fs";

/**
 * Whether the other end of a local TCP connection, known by its port, is a process of this user. A link's key
 * passes through the command line of a browser, which other users of the PC can read in the moment it takes to
 * start. Only Linux says who owns a connection without further rights; elsewhere a user cannot read another's
 * command lines, and the answer is yes.
 */
export function isOwnPeer(peerPort: number, ownPort: number): boolean {
  if (process.platform !== "linux" || !process.getuid) return true;
  const uid = ownerOf(peerPort, ownPort);
  return uid === null || uid === process.getuid();
}

// A line: sl, local address, remote address, state, queues, timer, retransmits, uid. Addresses are hexadecimal.
function ownerOf(peerPort: number, ownPort: number): number | null {
  const [local, remote] = [endOf(peerPort), endOf(ownPort)];
  for (const line of linesOf("/proc/net/tcp")) {
    const fields = line.trim().split(/\s+/);
    if (fields[1] === local && fields[2] === remote) return Number(fields[7]);
  }
  return null;
}

function endOf(port: number): string {
  return `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
}

function linesOf(file: string): string[] {
  try {
    return fs.readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
