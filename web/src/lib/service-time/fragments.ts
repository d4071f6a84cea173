import { type FragmentOf, graphql } from '#lib/graph/index.ts'

/** One period as a list and the timeline draw it. */
export const PeriodSummary = graphql(`
  fragment PeriodSummary on ServicePeriod {
    id
    kind
    enterpriseName
    position
    fte
    startsOn
    endsOn
    status
    needsSignature
    days
    countedDays
    version
    availableCommands
    absences {
      id
      kind
      startsOn
      endsOn
      share
    }
    unsupervisedPeriods {
      id
      startsOn
      endsOn
      reason
    }
    request {
      sentAt
      waitingDays
      signer {
        id
        displayName
      }
    }
    rejection {
      by {
        id
        displayName
      }
      onBehalfOf {
        id
        displayName
      }
      at
      comment
    }
    signature {
      by {
        id
        displayName
      }
      onBehalfOf {
        id
        displayName
      }
      at
      comment
    }
  }
`)

const Sum = graphql(`
  fragment Sum on ServiceTimeTotal {
    requirement
    paragraph
    applies
    days
    notCounted {
      effect
      paragraph
      days
    }
    partTimeDays
    trainingTimeDays
    holidayAndCourseDays
    absenceDays
    allowanceDays
    allowanceUsedDays
    deductedDays
    countedDays
    requiredDays
    missingDays
    met
  }
`)

/** What counts by § 31 and how the regulation was read. */
export const LedgerSummary = graphql(
  `
    fragment LedgerSummary on ServiceTimeLedger {
      reckonedOn
      rules {
        code
        value {
          __typename
          ... on ServiceTimeRuleDays {
            days
          }
          ... on ServiceTimeRulePercent {
            percent
          }
          ... on ServiceTimeRuleChoice {
            choice
          }
        }
        kinds
        source
        startsOn
      }
      confirmed {
        totals {
          ...Sum
        }
      }
      registered {
        totals {
          ...Sum
        }
      }
      remarks {
        code
        paragraph
        startsOn
        endsOn
        servicePeriodIds
      }
      forecast {
        pace
        requirements {
          requirement
          metOn
        }
        metOn
      }
    }
  `,
  [Sum],
)

/** A period that was taken away, as a list shows it. */
const RemovedPeriod = graphql(`
  fragment RemovedPeriod on RemovedServicePeriod {
    id
    kind
    enterpriseName
    fte
    startsOn
    endsOn
    removedAt
    removedBy {
      id
      displayName
    }
    signature {
      id
      at
      by {
        id
        displayName
      }
    }
  }
`)

/** All of one trainee's service time, for the trainee and the trainee's leader. */
export const ServiceTimeOf = graphql(
  `
    fragment ServiceTimeOf on Trainee {
      id
      displayName
      servesPart1
      track {
        code
        name
      }
      servicePeriods(first: 100) {
        totalCount
        edges {
          node {
            ...PeriodSummary
          }
        }
      }
      removedServicePeriods(first: 100) {
        totalCount
        edges {
          node {
            ...RemovedPeriod
          }
        }
      }
      serviceTimeLedger {
        ...LedgerSummary
      }
    }
  `,
  [PeriodSummary, RemovedPeriod, LedgerSummary],
)

export type Removed = FragmentOf<typeof RemovedPeriod>
export type Period = FragmentOf<typeof PeriodSummary>
export type Ledger = FragmentOf<typeof LedgerSummary>
export type ServiceTime = FragmentOf<typeof ServiceTimeOf>
