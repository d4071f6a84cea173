import type { IncomingMessage } from 'node:http'

/** The whole body as text; null when it is longer than allowed, of which nothing more is then kept. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBytes) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () =>
      resolve((chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString()),
    )
    request.on('error', reject)
    request.on('close', () => reject(new Error('The client went away')))
  })
}
