import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the path of a Unix socket may measure where it may measure least, which is macOS. */
const LONGEST_PATH_BYTES = 103

/** The Unix socket on which a process listens besides its port; null where there can be none. */
export type SocketOf = (process: string) => string | null

export interface Sockets {
  readonly socketOf: SocketOf
  remove(): Promise<void>
}

/**
 * A folder of this user alone with a socket for each process: between processes of one machine an exchange costs a
 * quarter less over it than over a port. Where a path would be too long, that process is found at its port alone.
 */
export async function createSockets(parent = tmpdir()): Promise<Sockets> {
  const folder = await mkdtemp(join(parent, 'kompetanse-'))
  return {
    socketOf(process) {
      const path = join(folder, `${process}.sock`)
      return Buffer.byteLength(path) <= LONGEST_PATH_BYTES ? path : null
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
