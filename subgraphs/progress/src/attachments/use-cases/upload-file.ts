import { rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { brandId, type Id } from '@kompetanse/schema/ids'
import type { PrismaClient } from '../../generated/db/client.ts'
import type { FilesConfig } from '../config.ts'
import { cleanFileName, withTrueEnding } from '../domain/file-name.ts'
import type { FileRefusal } from '../domain/refusal.ts'
import { fitsQuota } from '../domain/quota.ts'
import { addUpload, looseUploads } from '../persistence/attachment-repository.ts'
import { receiveFile, type ReceivedFile } from '../receive.ts'
import type { ScanResult } from '../scanning/scanner.ts'

export interface Upload {
  readonly uploadId: Id<'Attachment'>
  readonly fileName: string
  readonly mediaType: string
  readonly byteSize: number
}

export interface UploadFile {
  readonly actorId: Id<'Person'>
  readonly now: Date
  /** As the browser gave it. */
  readonly name: string
  readonly content: AsyncIterable<Buffer>
}

/**
 * Takes a file that nothing refers to yet: only the uploader can attach it, and what is not attached within a day
 * is cleaned away; who has too much of that lying about is refused before anything is read. The bytes are stored before the row is written, so a row never names a file that is not there.
 */
export async function uploadFile(
  { prisma, files }: { prisma: PrismaClient; files: FilesConfig },
  { actorId, now, name, content }: UploadFile,
): Promise<Upload | { readonly refused: FileRefusal }> {
  const cleanName = cleanFileName(name)
  if (!cleanName) return { refused: 'NAME_INVALID' }
  if (!fitsQuota(await looseUploads(prisma, actorId), 1)) return { refused: 'UPLOAD_QUOTA_EXCEEDED' }
  const received = await receiveFile(content, { folder: files.incoming, maxBytes: files.maxBytes })
  if ('refused' in received) return received
  try {
    const scan = await files.scanner.scan(received.path)
    if (scan === 'INFECTED') return { refused: 'FILE_INFECTED' }
    const fileName = withTrueEnding(cleanName, received.mediaType.endings)
    return await keep({ prisma, files }, received, { actorId, now, fileName, scan })
  } finally {
    await rm(received.path, { force: true })
  }
}

interface Kept extends Pick<UploadFile, 'actorId' | 'now'> {
  readonly fileName: string
  readonly scan: ScanResult
}

async function keep(
  { prisma, files }: { prisma: PrismaClient; files: FilesConfig },
  { path, byteSize, sha256, mediaType }: ReceivedFile,
  { actorId, now, fileName, scan }: Kept,
): Promise<Upload | { readonly refused: FileRefusal }> {
  const uploadId = brandId<'Attachment'>(randomUUID())
  await files.storage.put(uploadId, { path, byteSize })
  const file = { fileName, mediaType: mediaType.name, byteSize, sha256, scan }
  try {
    const row = { id: uploadId, ...file, uploadedById: actorId, uploadedAt: now }
    if (!(await prisma.$transaction((tx) => addUpload(tx, row)))) {
      await files.storage.delete(uploadId)
      return { refused: 'UPLOAD_QUOTA_EXCEEDED' }
    }
  } catch (error) {
    await files.storage.delete(uploadId)
    throw error
  }
  return { uploadId, fileName, mediaType: mediaType.name, byteSize }
}
