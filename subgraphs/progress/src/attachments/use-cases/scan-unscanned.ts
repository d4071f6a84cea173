import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Id } from '@kompetanse/schema/ids'
import type { PrismaClient } from '../../generated/db/client.ts'
import type { FilesConfig } from '../config.ts'
import { findUnscanned, saveScan } from '../persistence/upkeep.ts'

/**
 * Has the scanner look at files that were kept while there was none; what it finds infected is served no more. Where
 * there still is none, nothing changes. Returns how many were looked at.
 */
export async function scanUnscanned({
  prisma,
  files,
}: {
  prisma: PrismaClient
  files: FilesConfig
}): Promise<number> {
  if (files.scanner.enough.includes('NOT_SCANNED')) return 0
  let scanned = 0
  for (const id of await findUnscanned(prisma)) {
    const scan = await scanKept(files, id)
    if (scan && (await saveScan(prisma, id, scan))) scanned += 1
  }
  return scanned
}

/** Null when the file is not there. */
async function scanKept({ storage, scanner, incoming }: FilesConfig, id: Id<'Attachment'>) {
  const content = await storage.get(id)
  if (!content) return null
  await mkdir(incoming, { recursive: true })
  const path = join(incoming, `${id}.scan`)
  try {
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    return await scanner.scan(path)
  } finally {
    await rm(path, { force: true })
  }
}
