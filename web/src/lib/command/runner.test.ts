import { describe, expect, it, vi } from 'vitest'
import { inTurn } from './in-turn.ts'
import { Runner } from './runner.svelte.ts'
import { aCommand, done, lost, refused, stale } from './testing.ts'
import { refusalWords } from './words.ts'

const wordsOf = (by: string, code: string, where?: 'form') => refusalWords({ by, code }, where)

describe('one command', () => {
  it('succeeds: its answer is returned, and its receipt is shown', async () => {
    const work = new Runner()
    const answer = await work.run(() => Promise.resolve(done), { done: 'Målet er godkjent' })
    expect(answer?.goal.id).toBe('g')
    expect(work).toMatchObject({ busy: false, refused: undefined, code: undefined })
    expect(work.receipt).toEqual({ kind: 'success', text: 'Målet er godkjent' })
  })

  it('is refused in words, at its field or beside it', async () => {
    const work = new Runner({ fields: { comment: ['COMMENT_REQUIRED'], date: ['DATE_IN_FUTURE'] } })
    expect(await work.run(() => Promise.resolve(refused))).toBeUndefined()
    const words = wordsOf('LearningGoalRefused', 'COMMENT_REQUIRED')
    expect(work).toMatchObject({ code: 'COMMENT_REQUIRED', refused: words })
    expect([work.at('comment'), work.at('date'), work.rest]).toEqual([words, undefined, undefined])
    expect(work.receipt).toEqual({ kind: 'danger', text: words })
    await work.run(() => Promise.resolve(stale))
    expect([work.at('comment'), work.rest]).toEqual([undefined, work.refused])
  })

  it('is one, however often it is pressed', async () => {
    const work = new Runner()
    const command = aCommand()
    const presses = [
      work.run(command.send, { name: 'approve' }),
      work.run(command.send),
      work.run(command.send),
    ]
    expect(work).toMatchObject({ busy: true, running: 'approve' })
    command.resolve(done)
    expect(await Promise.all(presses)).toEqual([done, undefined, undefined])
    expect(command.send).toHaveBeenCalledTimes(1)
    expect(work.busy).toBe(false)
  })

  it('reads anew when somebody else was first, and says so: of a page and of a form', async () => {
    const refresh = vi.fn<() => void>()
    const page = new Runner({ refresh })
    const form = new Runner({ refresh, inForm: true })
    await page.run(() => Promise.resolve(stale))
    await form.run(() => Promise.resolve(stale))
    expect(refresh).toHaveBeenCalledTimes(2)
    expect(page.refused).toBe(wordsOf('StaleVersion', 'STALE_VERSION'))
    expect(form.refused).toBe(wordsOf('StaleVersion', 'STALE_VERSION', 'form'))
    await page.run(() => Promise.resolve(refused))
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('is told only once the page is read anew, and its buttons wait until then', async () => {
    const read = Promise.withResolvers<undefined>()
    const work = new Runner({ renew: () => read.promise })
    const command = aCommand()
    const running = work.run(command.send, { done: 'Aktiviteten er endret' })
    command.resolve(done)
    await vi.waitFor(() => expect(command.send).toHaveBeenCalledTimes(1))
    const again = aCommand()
    expect(await work.run(again.send)).toBeUndefined()
    expect(again.send).not.toHaveBeenCalled()
    expect(work).toMatchObject({ busy: true, receipt: undefined })
    read.resolve(undefined)
    expect(await running).toBe(done)
    expect(work).toMatchObject({ busy: false, receipt: { text: 'Aktiviteten er endret' } })
  })

  it('reads anew after any refusal, and says it at once', async () => {
    const renew = vi.fn<() => Promise<void>>(() => new Promise(() => undefined))
    const work = new Runner({ renew })
    for (const [at, answer] of [stale, refused, lost].entries()) {
      await work.run(() => Promise.resolve<typeof refused | typeof stale | typeof lost>(answer))
      expect(work).toMatchObject({ busy: false, code: answer.code })
      expect(renew).toHaveBeenCalledTimes(at + 1)
    }
  })

  it('is told though the page cannot be read anew', async () => {
    const work = new Runner({ renew: () => Promise.reject(new Error('unread')) })
    await expect(work.run(() => Promise.resolve(done), { done: 'Gjort' })).rejects.toThrow('unread')
    expect(work).toMatchObject({ busy: false, receipt: { text: 'Gjort' } })
  })

  it('is reported as lost when no answer comes, and can be tried again', async () => {
    const work = new Runner()
    await work.run(() => Promise.resolve(lost))
    expect(work).toMatchObject({ busy: false, code: 'UNREACHABLE' })
    expect(await work.run(() => Promise.resolve(done))).toBe(done)
    expect(work.refused).toBeUndefined()
  })

  it('that fails as nobody foresaw leaves no button waiting', async () => {
    const work = new Runner()
    await expect(work.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(work).toMatchObject({ busy: false, code: 'UNREACHABLE' })
  })

  it('keeps the receipt until there is an answer, and shows one from elsewhere', async () => {
    const work = new Runner()
    work.say('Rollen er gitt')
    const command = aCommand()
    const running = work.run(command.send, { done: 'Rollen er tatt tilbake' })
    expect(work.receipt?.text).toBe('Rollen er gitt')
    command.resolve(done)
    await running
    expect(work.receipt?.text).toBe('Rollen er tatt tilbake')
  })

  it('waits its turn on a thing that something else is done to', async () => {
    const turn = inTurn()
    const [files, form] = [new Runner({ turn }), new Runner({ turn })]
    const [upload, send] = [aCommand(), aCommand()]
    const both = [files.run(upload.send), form.run(send.send)]
    await vi.waitFor(() => expect(upload.send).toHaveBeenCalledTimes(1))
    expect(send.send).not.toHaveBeenCalled()
    expect(form.busy).toBe(true)
    upload.resolve(refused)
    await both[0]
    send.resolve(done)
    expect(await both[1]).toBe(done)
  })
})
