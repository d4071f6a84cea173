import { resolve, join } from 'node:path'
import { createClamdScanner } from './scanning/clamd.ts'
import { noScanner, type VirusScanner } from './scanning/scanner.ts'
import { createDiskStorage } from './storage/disk.ts'
import { createS3Storage } from './storage/s3.ts'
import type { FileStorage } from './storage/storage.ts'

export interface FilesConfig {
  readonly storage: FileStorage
  readonly scanner: VirusScanner
  /** Where files lie while they are received. */
  readonly incoming: string
  readonly maxBytes: number
}

const DEFAULT_MAX_BYTES = 25 * 1024 * 1024

/**
 * Read from the environment. FILES_DIR: where files are kept, and received. FILES_MAX_BYTES: default 25 MB.
 * FILES_S3_ENDPOINT with _BUCKET, _REGION, _ACCESS_KEY_ID, _SECRET_ACCESS_KEY: kept there instead of on disk.
 * FILES_CLAMD (`host:port`): every file is scanned before it is kept; unset: none is.
 */
export function filesConfig(env: NodeJS.ProcessEnv): FilesConfig {
  const folder = resolve(env['FILES_DIR'] ?? '.data/files')
  const maxBytes = Number(env['FILES_MAX_BYTES'] ?? DEFAULT_MAX_BYTES)
  if (!Number.isSafeInteger(maxBytes) || maxBytes <= 0) throw new Error('FILES_MAX_BYTES is not a size')
  return {
    storage: storageOf(env, folder),
    scanner: scannerOf(env['FILES_CLAMD']),
    incoming: join(folder, 'incoming'),
    maxBytes,
  }
}

function storageOf(env: NodeJS.ProcessEnv, folder: string): FileStorage {
  const endpoint = env['FILES_S3_ENDPOINT']
  if (!endpoint) return createDiskStorage(folder)
  const need = (name: string) => {
    const value = env[`FILES_S3_${name}`]
    if (!value) throw new Error(`FILES_S3_${name} is not set`)
    return value
  }
  return createS3Storage({
    endpoint,
    bucket: need('BUCKET'),
    region: env['FILES_S3_REGION'] ?? 'us-east-1',
    accessKeyId: need('ACCESS_KEY_ID'),
    secretAccessKey: need('SECRET_ACCESS_KEY'),
  })
}

function scannerOf(address: string | undefined): VirusScanner {
  if (!address) return noScanner
  const { hostname, port } = new URL(`tcp://${address}`)
  return createClamdScanner({ host: hostname, port: Number(port || 3310) })
}
