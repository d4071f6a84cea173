import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiskStorage } from './disk.ts'
import { createS3Storage } from './s3.ts'
import { signedHeaders } from './sigv4.ts'
import type { FileStorage } from './storage.ts'

const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a-secret', region: 'no-1' }
let folder: string
let server: Server
let endpoint: string
const objects = new Map<string, Buffer>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storage-'))
  server = createServer((request, response) => void answerAsS3(request, response)).listen(0)
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** Does what S3 does with a PUT, GET and DELETE; refuses a signature that it does not arrive at itself. */
async function answerAsS3(request: IncomingMessage, response: ServerResponse) {
  const { method = '', url = '', headers } = request
  const body = await buffer(request)
  const stamp = String(headers['x-amz-date'])
  const at = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const expected = signedHeaders(method, new URL(url, endpoint), credentials, at)
  if (headers.authorization !== expected['authorization']) return response.writeHead(403).end()
  if (method === 'PUT' && headers['content-length'] === undefined) return response.writeHead(411).end()
  if (method === 'PUT') objects.set(url, body)
  if (method === 'DELETE') objects.delete(url)
  const found = objects.get(url)
  if (method === 'GET') return found ? response.end(found) : response.writeHead(404).end()
  return response.writeHead(method === 'DELETE' ? 204 : 200).end()
}

const storages: Record<string, () => FileStorage> = {
  disk: () => createDiskStorage(join(folder, 'kept')),
  s3: () => createS3Storage({ ...credentials, endpoint, bucket: 'attachments' }),
}

describe.each(Object.keys(storages))('file storage: %s', (name) => {
  const aFile = (content: Buffer) => {
    const path = join(folder, randomUUID())
    writeFileSync(path, content)
    return { path, byteSize: content.length }
  }

  it('gives back what was put, until it is deleted', async () => {
    const storage = (storages[name] as () => FileStorage)()
    const key = randomUUID()
    const content = Buffer.alloc(300_000, 'kompetanse')
    const file = aFile(content)
    await storage.put(key, file)
    expect(existsSync(file.path)).toBe(false)
    const stored = await storage.get(key)
    expect(stored && (await buffer(stored)).equals(content)).toBe(true)
    await storage.delete(key)
    expect(await storage.get(key)).toBeNull()
    await storage.delete(key)
  })
})

describe('S3', () => {
  it('throws on a refusal, so that no row is written for it', async () => {
    const storage = createS3Storage({ ...credentials, secretAccessKey: 'wrong', endpoint, bucket: 'b' })
    await expect(storage.get(randomUUID())).rejects.toThrow('answered 403')
  })

  it('signs as Amazon documents it', () => {
    // Computed by an independent implementation of Signature Version 4 (see the parts in the header).
    const url = new URL('https://s3.no-1.example/attachments/abc')
    const headers = signedHeaders('GET', url, credentials, new Date('2026-01-02T03:04:05Z'))
    expect(headers).toMatchObject({
      host: 's3.no-1.example',
      'x-amz-date': '20260102T030405Z',
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    })
    expect(headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/20260102\/no-1\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
    )
  })
})
