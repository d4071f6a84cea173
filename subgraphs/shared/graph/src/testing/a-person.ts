import type { Actor } from '@kompetanse/schema/actor-token'

export const aPerson = (personId: string, rest: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId,
  trainee: false,
  grants: [],
  ...rest,
})
