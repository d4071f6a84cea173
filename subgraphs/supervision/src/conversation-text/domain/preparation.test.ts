import { describe, expect, test } from 'vitest'
import type { ConversationStatus } from '../../conversation/domain/conversation.ts'
import { mayReadPreparation } from './preparation.ts'

const STARTS = new Date('2026-09-24T12:00:00Z')
const BEFORE = new Date('2026-09-24T11:59:59.999Z')

interface Case {
  readonly status?: ConversationStatus
  readonly shared?: boolean
  readonly now?: Date
}

const otherReads = ({ status = 'PLANNED', shared = false, now = BEFORE }: Case) =>
  mayReadPreparation(
    { authorId: 'ada', sharedAt: shared ? BEFORE : null },
    { readerId: 'mona', held: { status, startsAt: STARTS }, now },
  )

describe('B32 who reads a preparation', () => {
  test('its author, always', () => {
    const held = { status: 'CANCELLED' as const, startsAt: STARTS }
    expect(
      mayReadPreparation({ authorId: 'ada', sharedAt: null }, { readerId: 'ada', held, now: BEFORE }),
    ).toBe(true)
  })

  test.each<[string, Case, boolean]>([
    ['not before it begins', {}, false],
    ['from the moment at which it begins', { now: STARTS }, true],
    ['also when nobody answered', { status: 'INVITED', now: STARTS }, true],
    ['once it is finalised', { status: 'FINALISED', now: STARTS }, true],
    ['never of what was cancelled', { status: 'CANCELLED', now: STARTS }, false],
    ['never of what was declined', { status: 'DECLINED', now: STARTS }, false],
    ['before it begins, when it is shared', { shared: true }, true],
    ['of what was cancelled, when it was shared', { status: 'CANCELLED', shared: true }, true],
  ])('the other: %s', (_when, given, reads) => {
    expect(otherReads(given)).toBe(reads)
  })
})
