import type { Route } from '@kompetanse/graph'
import type { PrismaClient } from '../../generated/db/client.ts'
import { database } from '../../database.ts'
import { filesConfig, type FilesConfig } from '../config.ts'
import { findDownloadable } from '../persistence/find-downloadable.ts'
import { answerDownload, type FindDownloadable } from './download.ts'
import { answerUpload } from './upload.ts'

export interface FilesRouteOptions {
  readonly prisma: PrismaClient
  readonly files: FilesConfig
  readonly find: FindDownloadable
}

/** /files: POST takes a file, GET /files/{attachmentId} gives one. Only for persons: a region's machine has none. */
export function createFilesRoute(options: FilesRouteOptions): Route {
  return async (request, response, actor) => {
    if (actor.kind !== 'person') return void response.writeHead(403).end()
    if (request.method === 'POST') return answerUpload(options, request, response, actor)
    if (request.method === 'GET' || request.method === 'HEAD')
      return answerDownload(options, request, response, actor)
    response.writeHead(405, { allow: 'GET, HEAD, POST' }).end()
  }
}

/** The same as the environment says; what it says wrong stops the process before it takes a request. */
export const filesRoute = (files: FilesConfig = filesConfig(process.env)): Route =>
  createFilesRoute({ prisma: database, files, find: findDownloadable })
