import type { Readable } from 'node:stream'

/** Where the bytes are. Keys are made by us (uuids); names and rights stand in the database. */
export interface FileStorage {
  /** Takes over the file at `path`: when this resolves it is stored durably and need not stay at `path`. */
  put(key: string, file: { readonly path: string; readonly byteSize: number }): Promise<void>
  /** Null when there is no such file. */
  get(key: string): Promise<Readable | null>
  /** Succeeds when there is none. */
  delete(key: string): Promise<void>
}
