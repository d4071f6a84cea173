import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiveFile } from './receive.ts'
import { FILES, inChunks, pdf } from './testing.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'receive-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const receive = (content: Buffer, maxBytes = 1_000_000) =>
  receiveFile(inChunks(content), { folder, maxBytes })

describe('F007 F052 receiving a file', () => {
  it('knows what it is by its content', async () => {
    expect(await receive(FILES.pdf)).toMatchObject({ mediaType: { name: 'application/pdf' } })
  })

  it('refuses what is none of the kinds and leaves nothing behind', async () => {
    expect(await receive(FILES.program)).toEqual({ refused: 'FILE_TYPE_REFUSED' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses an empty file', async () => {
    expect(await receive(Buffer.alloc(0))).toEqual({ refused: 'FILE_EMPTY' })
  })

  it('measures and hashes what it wrote', async () => {
    const content = pdf('%'.padEnd(200_000, 'å'))
    const file = await receive(content)
    if ('refused' in file) throw new Error(file.refused)
    expect(file).toMatchObject({
      byteSize: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    expect(readFileSync(file.path).equals(content)).toBe(true)
  })

  it('stops at the limit: the rest is never asked for', async () => {
    let asked = 0
    async function* endless() {
      for (;;) {
        asked += 1024
        yield Buffer.concat([FILES.pdf, Buffer.alloc(1024 - FILES.pdf.length)])
      }
    }
    expect(await receiveFile(endless(), { folder, maxBytes: 100_000 })).toEqual({ refused: 'FILE_TOO_LARGE' })
    expect(asked).toBeLessThan(400_000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes a file of exactly the limit', async () => {
    expect(await receive(FILES.pdf, FILES.pdf.length)).toHaveProperty('path')
    expect(await receive(FILES.pdf, FILES.pdf.length - 1)).toEqual({ refused: 'FILE_TOO_LARGE' })
  })

  it('leaves nothing of an upload that breaks off', async () => {
    async function* broken() {
      yield FILES.pdf
      throw new Error('connection reset')
    }
    await expect(receiveFile(broken(), { folder, maxBytes: 100 })).rejects.toThrow('connection reset')
    expect(readdirSync(folder)).toEqual([])
  })
})
