import { logger } from '@kompetanse/graph'
import { database } from '../database.ts'
import { filesConfig } from './config.ts'
import { scanUnscanned } from './use-cases/scan-unscanned.ts'
import { cleanUploads } from './use-cases/clean-uploads.ts'

const HOURLY = 3_600_000

/**
 * Cleans abandoned uploads, and has scanned what was kept without, at the start and then every hour. Replicas may do so at once: each row is taken by one
 * of them. Returns how to stop.
 */
export function startUploadCleaning(): () => void {
  const files = filesConfig(process.env)
  const clean = () =>
    void cleanUploads({ prisma: database, storage: files.storage }, new Date())
      .then(() => scanUnscanned({ prisma: database, files }))
      .catch((error: unknown) => logger.error({ err: error }, 'upload cleaning failed'))
  clean()
  const timer = setInterval(clean, HOURLY).unref()
  return () => clearInterval(timer)
}
