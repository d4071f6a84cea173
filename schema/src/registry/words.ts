import type { AcceptedBreak } from './base/accepted-breaks.ts'
import type { Effect } from './changes/breaks.ts'
import type { Change } from './events/event-breaks.ts'

const whose = ({ client, operation }: Effect) =>
  operation ? `operation ${operation} of client ${client}` : client

export const breakInWords = (effect: Effect): string =>
  `breaks ${whose(effect)}: ${effect.coordinate}: ${effect.message}`

export const acceptedInWords = (effect: Effect, { who, why, until }: AcceptedBreak): string =>
  `${breakInWords(effect)} (accepted until ${until} by ${who}: ${why})`

/** One line for each change, with all the clients that it concerns. */
export function dangersInWords(dangers: readonly Effect[]): string[] {
  const byChange = Map.groupBy(dangers, ({ coordinate, message }) => `${coordinate}: ${message}`)
  return [...byChange].map(([change, effects]) => `dangerous: ${change} (${effects.map(whose).join(', ')})`)
}

export const unusedInWords = (message: string): string => `${message} (no published operation uses it)`

export const unheardInWords = ({ coordinate, message }: Change): string =>
  `${coordinate}: ${message} (breaking on paper, nobody listens)`

export const expiredInWords = ({ coordinate, clients, who, until }: AcceptedBreak): string =>
  `the break of ${coordinate} for ${clients.join(', ')} was accepted by ${who} until ${until}, which is over: mend it, or take the entry out of accepted-breaks.json when it is done`

export const idleInWords = ({ coordinate, clients }: AcceptedBreak): string =>
  `accepted-breaks.json accepts a break of ${coordinate} for ${clients.join(', ')}, and there is none: take the entry out`

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

export const countsInWords = (problems: number, warnings: number, notes: number): string =>
  [counted(problems, 'problem'), counted(warnings, 'warning'), counted(notes, 'note')].join(', ')
