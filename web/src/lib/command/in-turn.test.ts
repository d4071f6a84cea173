import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('what is begun second is made when the first is done, whatever the first came to', async () => {
  const turn = inTurn()
  const done: string[] = []
  let version = 1
  const upload = Promise.withResolvers<undefined>()
  const attached = turn(async () => {
    await upload.promise
    version += 1
    done.push('attached')
  })
  const failed = turn(() => Promise.reject(new Error('cut')))
  const registered = turn(async () => {
    done.push(`registered at ${version}`)
    return version
  })
  expect(done).toEqual([])
  upload.resolve(undefined)
  await attached
  await expect(failed).rejects.toThrow('cut')
  expect(await registered).toBe(2)
  expect(done).toEqual(['attached', 'registered at 2'])
})
