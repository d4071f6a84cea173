import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClamdScanner } from './clamd.ts'

let folder: string
let server: Server
let received: Buffer
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clamd-'))))
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** A daemon that reads one INSTREAM to its end and answers this. */
function clamdThatSays(answer: string) {
  received = Buffer.alloc(0)
  server = createServer((socket) => {
    let data = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      data = Buffer.concat([data, chunk])
      const content = contentOf(data)
      if (!content) return
      received = content
      socket.end(answer)
    })
  }).listen(0)
  return createClamdScanner({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
}

function contentOf(data: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 'zINSTREAM\0'.length; at + 4 <= data.length;) {
    const length = data.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(data.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const aFile = (content: Buffer) => {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  return path
}

test('a file reaches the daemon whole and is clean when it says so', async () => {
  const content = Buffer.alloc(400_000, 'kursbevis')
  expect(await clamdThatSays('stream: OK\0').scan(aFile(content))).toBe('CLEAN')
  expect(received.equals(content)).toBe(true)
})

test('what the daemon finds is infected', async () => {
  const scanner = clamdThatSays('stream: Eicar-Test-Signature FOUND\0')
  expect(await scanner.scan(aFile(Buffer.from('eicar')))).toBe('INFECTED')
})

test('a daemon that gives no verdict, or is not there, is an error: no file is taken unscanned', async () => {
  const scanner = clamdThatSays('INSTREAM size limit exceeded. ERROR\0')
  await expect(scanner.scan(aFile(Buffer.from('x')))).rejects.toThrow('no verdict')
  const nobody = createClamdScanner({ host: '127.0.0.1', port: 1 })
  await expect(nobody.scan(aFile(Buffer.from('x')))).rejects.toThrow('ECONNREFUSED')
})
