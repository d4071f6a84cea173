import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from './base64.ts'
import { type Sent, SharedText } from './shared-text.ts'

/** A server that merges as the portal does: it refuses what does not follow on what it has. */
const aServer = () => {
  const doc = new Y.Doc()
  let online = true
  const read = () => doc.getText('text').toString()
  return {
    read,
    state: () => toBase64(Y.encodeStateAsUpdate(doc)),
    go: (to: 'online' | 'offline') => (online = to === 'online'),
    send: async (update: string): Promise<Sent> => {
      await Promise.resolve()
      if (!online) return { kind: 'unreachable' }
      const next = new Y.Doc()
      Y.applyUpdate(next, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(next, fromBase64(update))
      if (next.store.pendingStructs) return { kind: 'refused', code: 'TEXT_INVALID' }
      if (next.getText('text').toString().includes('01010012356'))
        return { kind: 'refused', code: 'NATIONAL_ID_FOUND' }
      Y.applyUpdate(doc, fromBase64(update))
      return { kind: 'saved' }
    },
  }
}

const open = (server: ReturnType<typeof aServer>) =>
  new SharedText({ state: server.state(), send: server.send, pause: 1, retry: 1 })
const settled = (...texts: SharedText[]) =>
  expect.poll(() => texts.some(({ isUnsaved }) => isUnsaved), { interval: 2 }).toBe(false)

describe('F010 F018 F048 a text that two write at once', () => {
  it('is saved soon after it is typed, and says so', async () => {
    const server = aServer()
    const text = open(server)
    text.text.insert(0, 'Trygghet')
    expect(text.status).toEqual({ kind: 'unsaved' })
    await settled(text)
    expect([server.read(), text.status.kind]).toEqual(['Trygghet', 'saved'])
  })

  it('loses nothing that was typed while the server could not be reached', async () => {
    const server = aServer()
    const [one, other] = [open(server), open(server)]
    one.text.insert(0, 'felles')
    await settled(one)
    other.receive(server.state())
    server.go('offline')
    one.text.insert(6, ' fra den ene')
    await one.flush()
    expect(one.status).toEqual({ kind: 'unreachable' })
    one.text.insert(0, 'Og ')
    server.go('online')
    other.text.insert(0, '(den andre) ')
    await settled(one, other)
    for (const text of [one, other]) text.receive(server.state())
    expect(one.text.toString()).toBe(other.text.toString())
    for (const words of ['felles fra den ene', 'Og ', '(den andre) ']) expect(server.read()).toContain(words)
  })

  it('keeps what is refused, and saves it when it has been put right', async () => {
    const server = aServer()
    const text = open(server)
    text.text.insert(0, 'Nr 01010012356 ble drøftet')
    await text.flush()
    expect(text.status).toEqual({ kind: 'refused', code: 'NATIONAL_ID_FOUND' })
    expect([server.read(), text.text.toString()]).toEqual(['', 'Nr 01010012356 ble drøftet'])
    text.text.delete(0, 15)
    await settled(text)
    expect(server.read()).toBe('ble drøftet')
  })

  it('does no harm when the same is sent or heard twice', async () => {
    const server = aServer()
    const text = open(server)
    text.text.insert(0, 'en gang')
    await text.flush()
    text.receive(server.state())
    await server.send(server.state())
    expect([server.read(), text.text.toString()]).toEqual(['en gang', 'en gang'])
  })
})
