import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import type { Id } from '@kompetanse/schema/ids'
import type { Details } from './details.ts'
import type { Held } from './overlap.ts'
import { ofPeriod, problemsOf, type Problem } from './problems.ts'

/** What a statement is judged by, beside itself. */
export interface Beside {
  /** The trainee's other positions. */
  readonly others: readonly Held[]
  /** The names of those of the enterprises stated that the portal knows, by id. */
  readonly enterprises: ReadonlyMap<Id<'Enterprise'>, string>
}

/** What a refusal says beside its code: all that is wrong, of PERIOD_INVALID; else nothing. */
export interface WithProblems {
  readonly problems: readonly Problem[]
}

/**
 * Whether what the trainee states can be kept (F131, F139); `stated` is it as it is kept. `today` is the calendar day in
 * Europe/Oslo.
 */
export function decideStatement(
  given: Details,
  { others, enterprises, today }: Beside & { readonly today: string },
): Decision<{ readonly stated: Details }, 'PERIOD_INVALID', WithProblems> {
  const stated = withEnterprise(given, enterprises)
  const problems = stated ? problemsOf(stated, others, today) : [ofPeriod('ENTERPRISE_UNKNOWN')]
  return stated && problems.length === 0 ? accepted({ stated }) : { ...refused('PERIOD_INVALID'), problems }
}

/** With the enterprise's own name, when its id is given; null when the portal knows none of that id. */
function withEnterprise(given: Details, enterprises: Beside['enterprises']): Details | null {
  if (given.enterpriseId === null) return given
  const enterpriseName = enterprises.get(given.enterpriseId)
  return enterpriseName === undefined ? null : { ...given, enterpriseName }
}
