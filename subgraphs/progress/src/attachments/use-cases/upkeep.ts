import { logger } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { filesConfig } from '../config.ts'
import { cleanUploads } from './clean-uploads.ts'
import { scanUnscanned } from './scan-unscanned.ts'

const HOURLY = 3_600_000

/**
 * Cleans abandoned uploads, and has scanned what was kept without, at the start and then every hour. Replicas may do so
 * at once: each row is taken by one of them. Returns how to stop.
 */
export function startFileUpkeep(): () => void {
  const files = filesConfig(process.env)
  const logged = (failure: string) => (error: unknown) => logger.error({ err: error }, failure)
  const keepUp = () =>
    void cleanUploads({ prisma: database, storage: files.storage }, new Date())
      .catch(logged('abandoned uploads are not cleaned'))
      .then(() => scanUnscanned({ prisma: database, files }))
      .catch(logged('files that were kept without are not scanned'))
  keepUp()
  const timer = setInterval(keepUp, HOURLY).unref()
  return () => clearInterval(timer)
}
