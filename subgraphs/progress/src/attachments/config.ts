import { resolve, join } from 'node:path'
import { isProduction } from '@kompetanse/schema/process/production'
import { MOST_FILE_BYTES } from '@kompetanse/schema/uploads'
import { createClamdScanner } from './scanning/clamd.ts'
import { noScanner, type ScanResult, type VirusScanner } from './scanning/scanner.ts'
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

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Read from the environment. FILES_DIR: where files are kept, and received. FILES_MAX_BYTES: default 25 MB.
 * FILES_S3_ENDPOINT with _BUCKET, _REGION, _ACCESS_KEY_ID, _SECRET_ACCESS_KEY: kept there instead of on disk.
 * FILES_CLAMD (`host:port`): every file is scanned before it is kept; in production it must be set.
 */
export function filesConfig(env: Environment): FilesConfig {
  const folder = resolve(env['FILES_DIR'] ?? '.data/files')
  const maxBytes = Number(env['FILES_MAX_BYTES'] ?? MOST_FILE_BYTES)
  if (!Number.isSafeInteger(maxBytes) || maxBytes <= 0) throw new Error('FILES_MAX_BYTES is not a size')
  return {
    storage: storageOf(env, folder),
    scanner: scannerOf(env),
    incoming: join(folder, 'incoming'),
    maxBytes,
  }
}

function storageOf(env: Environment, folder: string): FileStorage {
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

/** Whether a file of which this is known is given to others here. */
export const isServed = (scan: string): boolean => scannerOf(process.env).enough.includes(scan as ScanResult)

function scannerOf(env: Environment): VirusScanner {
  const address = env['FILES_CLAMD']
  if (!address && isProduction(env))
    throw new Error('FILES_CLAMD is not set: in production every file is scanned')
  if (!address) return noScanner
  const { hostname, port } = new URL(`tcp://${address}`)
  return createClamdScanner({ host: hostname, port: Number(port || 3310) })
}
