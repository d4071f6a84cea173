import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { leadNowhere, workflows } from './workflows.ts'

const found = await workflows(ROOT)

test('every table of states is found', () => expect(Object.keys(found).length).toBeGreaterThanOrEqual(7))

test.each(Object.entries(found))('each command of %s leads somewhere', (_folder, modules) => {
  expect(leadNowhere(modules)).toEqual([])
})

test('control: a command that is in no row of any kind is found', () => {
  const TRANSITIONS = { ONE: { OPEN: { CLOSE: 'CLOSED' } }, OTHER: { OPEN: {}, CLOSED: { REOPEN: 'OPEN' } } }
  const commands = (...THING_COMMANDS: string[]) => [{ THING_COMMANDS }, { TRANSITIONS }]
  expect(leadNowhere(commands('CLOSE', 'REOPEN'))).toEqual([])
  expect(leadNowhere(commands('CLOSE', 'OPEN', 'REOPEN'))).toEqual(['OPEN'])
})
