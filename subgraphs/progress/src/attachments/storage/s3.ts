import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { signedHeaders, type Credentials } from './sigv4.ts'
import type { FileStorage } from './storage.ts'

export interface S3Options extends Credentials {
  /** Of the service, without the bucket: https://s3.example.no */
  readonly endpoint: string
  readonly bucket: string
}

const IDLE_MS = 30_000

/** S3 or what speaks its protocol, with the bucket in the path, which all of them take. */
export function createS3Storage(options: S3Options): FileStorage {
  const { endpoint, bucket } = options
  const call = async (method: string, key: string, body?: { path: string; byteSize: number }) => {
    const url = new URL(`/${bucket}/${key}`, endpoint)
    const headers = signedHeaders(method, url, options, new Date())
    const length = body && { 'content-length': body.byteSize }
    const send = url.protocol === 'https:' ? requestSecure : requestPlain
    const request = send(url, { method, headers: { ...headers, ...length }, timeout: IDLE_MS })
    request.once('timeout', () => request.destroy(new Error('the file storage does not answer')))
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve)
      request.once('error', reject)
    })
    const sent = body ? pipeline(createReadStream(body.path), request) : request.end()
    const [response] = await Promise.all([answer, sent])
    return response
  }
  const finish = async (response: IncomingMessage, what: string, fine: readonly number[]) => {
    response.resume()
    if (!fine.includes(response.statusCode ?? 0))
      throw new Error(`the file storage answered ${response.statusCode} to ${what}`)
  }
  return {
    async put(key, file) {
      await finish(await call('PUT', key, file), 'PUT', [200, 201, 204])
      await rm(file.path, { force: true })
    },
    async get(key) {
      const response = await call('GET', key)
      if (response.statusCode === 200) return response
      await finish(response, 'GET', [404])
      return null
    },
    async delete(key) {
      await finish(await call('DELETE', key), 'DELETE', [200, 204, 404])
    },
  }
}
