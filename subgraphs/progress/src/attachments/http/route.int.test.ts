import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDispatch } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGraph, type TestGraph } from '../../testing/graph.ts'
import { aTrainee, type Crew } from '../../testing/world.ts'
import type { FilesConfig } from '../config.ts'
import { KINDS } from '../content/kinds.ts'
import { noScanner, type ScanResult, type VirusScanner } from '../scanning/scanner.ts'
import { createDiskStorage } from '../storage/disk.ts'
import { FILES, TAKEN } from '../testing.ts'
import { scanUnscanned } from '../use-cases/scan-unscanned.ts'

let graph: TestGraph
let crew: Crew
let folder: string
let server: Server
let origin: string
let actor: Actor
const saying = (result: ScanResult): VirusScanner => ({
  scan: () => Promise.resolve(result),
  enough: ['CLEAN'],
})
let scanner = saying('CLEAN')
let files: FilesConfig

beforeAll(async () => {
  graph = await startTestGraph()
  crew = await aTrainee(graph).withPlan()
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  const { fileRoutes } = await import('./route.ts')
  const storage = createDiskStorage(join(folder, 'kept'))
  files = {
    storage,
    scanner: {
      scan: (path: string) => scanner.scan(path),
      get enough() {
        return scanner.enough
      },
    },
    incoming: join(folder, 'incoming'),
    maxBytes: 100_000,
  }
  const dispatch = createDispatch({ table: fileRoutes(files), authenticate: () => Promise.resolve(actor) })
  server = createServer((request, response) => void dispatch(request, response)).listen(0)
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  rmSync(folder, { recursive: true })
  await graph.stop()
})

const upload = async (name: string, body: Buffer | ReadableStream, as = crew.trainee) => {
  actor = as
  const url = `${origin}/files?name=${encodeURIComponent(name)}`
  const response = await fetch(url, { method: 'POST', body: body as never, duplex: 'half' } as RequestInit)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const download = (id: unknown, as: Actor) => {
  actor = as
  return fetch(`${origin}/files/${String(id)}`)
}
const ATTACH = `mutation ($input: AttachToGoalInput!) { attachToGoal(input: $input) { __typename } }`

describe('files over HTTP', () => {
  test('F007 F052 a file is uploaded, attached and downloaded by who sees the goal', async () => {
    const { status, body } = await upload('Kursbevis æøå 👩‍⚕️.pdf', FILES.pdf)
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        uploadId: expect.any(String) as string,
        fileName: 'Kursbevis æøå 👩‍⚕️.pdf',
        mediaType: 'application/pdf',
        byteSize: FILES.pdf.length,
      },
    })
    expect((await download(body['uploadId'], crew.leader)).status).toBe(404)
    const input = { goalId: crew.goals[0]?.id, expectedVersion: 1, uploadId: body['uploadId'] }
    await graph.ask(crew.trainee, ATTACH, { input })
    const given = await download(body['uploadId'], crew.leader)
    expect(Buffer.from(await given.arrayBuffer()).equals(FILES.pdf)).toBe(true)
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Kursbevis ___ _____.pdf"; filename*=UTF-8''Kursbevis%20%C3%A6%C3%B8%C3%A5%20%F0%9F%91%A9%E2%80%8D%E2%9A%95%EF%B8%8F.pdf`,
    })
    expect((await download(body['uploadId'], crew.stranger)).status).toBe(404)
  })

  test.each(KINDS)('F007 $endings.0 is given to save, never to run', async ({ name, endings: [ending] }) => {
    const content = TAKEN[ending] ?? Buffer.alloc(0)
    const { body } = await upload(`fil.${ending}`, content, crew.leader)
    const given = await download(body['uploadId'], crew.leader)
    expect(Buffer.from(await given.arrayBuffer()).equals(content)).toBe(true)
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': name,
      'content-disposition': `attachment; filename="fil.${ending}"; filename*=UTF-8''fil.${ending}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })

  test('F007 what no scanner has seen is served where there is none, and nowhere else until one has', async () => {
    scanner = noScanner
    const { body } = await upload('kurs.pdf', FILES.pdf, crew.leader)
    const id = String(body['uploadId'])
    const stored = () => graph.own.database.attachment.findUnique({ where: { id }, select: { scan: true } })
    expect(await stored()).toEqual({ scan: 'NOT_SCANNED' })
    expect((await download(id, crew.leader)).status).toBe(200)
    expect(await scanUnscanned({ prisma: graph.own.database, files })).toBe(0)
    scanner = saying('CLEAN')
    expect((await download(id, crew.leader)).status).toBe(404)
    expect(await scanUnscanned({ prisma: graph.own.database, files })).toBeGreaterThan(0)
    expect(await stored()).toEqual({ scan: 'CLEAN' })
    expect((await download(id, crew.leader)).status).toBe(200)
  })

  test('what is not there and what is no id are both 404', async () => {
    expect((await download('0190a1b2-0000-7000-8000-000000000099', crew.trainee)).status).toBe(404)
    expect((await download('..%2f..%2fetc%2fpasswd', crew.trainee)).status).toBe(404)
  })

  test('F007 each refusal has its code', async () => {
    expect(await upload('tom.pdf', Buffer.alloc(0))).toEqual({ status: 400, body: { code: 'FILE_EMPTY' } })
    expect(await upload('\u0000', FILES.pdf)).toEqual({ status: 400, body: { code: 'NAME_INVALID' } })
    expect(await upload('kurs.pdf', FILES.program)).toEqual({
      status: 415,
      body: { code: 'FILE_TYPE_REFUSED' },
    })
  })

  test('a file over the limit is refused, also when its length is not announced', async () => {
    const big = Buffer.concat([FILES.pdf, Buffer.alloc(150_000)])
    const refused = { status: 413, body: { code: 'FILE_TOO_LARGE' } }
    expect(await upload('stor.pdf', big)).toEqual(refused)
    expect(await upload('stor.pdf', new Blob([new Uint8Array(big)]).stream())).toEqual(refused)
  })

  test('an infected file is refused and leaves nothing behind', async () => {
    scanner = saying('INFECTED')
    expect(await upload('virus.pdf', FILES.pdf)).toEqual({ status: 422, body: { code: 'FILE_INFECTED' } })
    scanner = saying('CLEAN')
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })

  test('F007 who has fifty files lying about attaches or waits; others are not held up', async () => {
    const { mentor } = crew
    const store = () => readdirSync(join(folder, 'kept'), { recursive: true }).length
    const filling = await Promise.all(Array.from({ length: 60 }, () => upload('a.pdf', FILES.pdf, mentor)))
    const refused = filling.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(10)
    expect(refused[0]?.body).toEqual({ code: 'UPLOAD_QUOTA_EXCEEDED' })
    const kept = store()
    expect((await upload('a.pdf', FILES.pdf, mentor)).status).toBe(429)
    expect(store()).toBe(kept)
    expect((await upload('a.pdf', FILES.pdf, crew.leader)).status).toBe(201)
  })

  test("a region's machine has no files", async () => {
    const machine: Actor = {
      kind: 'machine',
      personId: brandId(''),
      trainee: false,
      grants: [],
      regionCode: 'HELSE_VEST',
    }
    expect((await download('x', machine)).status).toBe(403)
  })
})
