import type { Route } from '@kompetanse/graph'
import { FILE_ADDRESSES } from '@kompetanse/schema/uploads'
import type { PrismaClient } from '../../generated/db/client.ts'
import { database } from '../../database.ts'
import { filesConfig, type FilesConfig } from '../config.ts'
import { findDownloadable, type FindDownloadable } from '../persistence/find-downloadable.ts'
import { answerDownload } from './download.ts'
import { answerUpload } from './upload.ts'

export interface FilesRouteOptions {
  readonly prisma: PrismaClient
  readonly files: FilesConfig
  readonly find: FindDownloadable
}

/** A file is sent and fetched by persons: a region's machine has none. */
export const createFileRoutes = (options: FilesRouteOptions): readonly Route[] => [
  {
    ...{ ...FILE_ADDRESSES.upload, who: 'person' },
    answer: (request, response, actor) => answerUpload(options, request, response, actor),
  },
  {
    ...{ ...FILE_ADDRESSES.download, who: 'person' },
    answer: (request, response, actor) => answerDownload(options, request, response, actor),
  },
]

/** The same as the environment says; what it says wrong stops the process before it takes a request. */
export const fileRoutes = (files: FilesConfig = filesConfig(process.env)): readonly Route[] =>
  createFileRoutes({ prisma: database, files, find: findDownloadable })
