import { asShared } from '@kompetanse/graph'
import type { EnumRef, SchemaTypes } from '@pothos/core'
import type { QueueScope, Seen } from './lens.ts'

/** Adds the types of arguments and events that every subgraph's queues share. */
export function addQueueTypes<Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) {
  const builder = asShared(target)
  const scope = builder.enumType('QueueScope', {
    description: 'Whose requests a queue shows.',
    values: {
      MINE: { description: 'Sent to the actor.' },
      AS_DEPUTY: { description: 'Sent to leaders whom the actor stands in for today.' },
      MY_TRAINEES: { description: 'All of the trainees whom the actor leads, delegated ones too.' },
    } as const,
  })
  const change = builder.enumType('QueueChange', {
    description: "What an event did to the actor's list.",
    values: {
      ENTERED: { description: "New to the actor's list." },
      CHANGED: { description: 'Still there: another tab or another content.' },
      LEFT: { description: "No longer the actor's to see." },
    } as const,
  })
  return {
    QueueScope: scope as unknown as EnumRef<Types, QueueScope>,
    QueueChange: change as unknown as EnumRef<Types, Seen<string>['change']>,
  }
}
