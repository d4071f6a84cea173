import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { VirusScanner } from './scanner.ts'

const PATIENCE_MS = 60_000

/** ClamAV's daemon, spoken to by its INSTREAM command: chunks with their length before them, then a zero. */
export function createClamdScanner({ host, port }: { host: string; port: number }): VirusScanner {
  return {
    enough: ['CLEAN'],
    async scan(path) {
      const socket = connect({ host, port, timeout: PATIENCE_MS })
      socket.once('timeout', () => socket.destroy(new Error('the virus scanner does not answer')))
      const verdict = read(socket)
      // It may answer and hang up before it has all: then the answer counts, not the broken pipe.
      await Promise.race([send(socket, path), verdict])
      return judge(await verdict)
    },
  }
}

async function send(socket: Socket, path: string) {
  socket.write('zINSTREAM\0')
  for await (const chunk of createReadStream(path, { highWaterMark: 65_536 }) as AsyncIterable<Buffer>) {
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
  socket.write(Buffer.alloc(4))
}

function read(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (data: Buffer) => (text += data.toString('latin1')))
    socket.once('error', (error) => (text === '' ? reject(error) : resolve(text)))
    socket.once('close', () => resolve(text))
  })
}

function judge(answer: string): 'CLEAN' | 'INFECTED' {
  const text = answer.replaceAll('\0', '').trim()
  if (text.endsWith(' OK')) return 'CLEAN'
  if (text.endsWith(' FOUND')) return 'INFECTED'
  throw new Error('the virus scanner gave no verdict')
}
