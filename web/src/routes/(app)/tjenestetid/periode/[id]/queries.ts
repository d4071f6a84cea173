import { graphql } from '#lib/graph/index.ts'
import { PeriodState } from '../../queries.ts'

const PeriodHistory = graphql(`
  fragment PeriodHistory on ServicePeriodHistoryConnection {
    edges {
      node {
        id
        at
        command
        comment
        digest
        by {
          id
          displayName
        }
        onBehalfOf {
          id
          displayName
        }
        signed {
          kind
          enterpriseName
          unitName
          position
          fte
          startsOn
          endsOn
          overlapReason
          absences {
            kind
            startsOn
            endsOn
            share
          }
          unsupervisedPeriods {
            startsOn
            endsOn
            reason
          }
        }
      }
    }
  }
`)

/** A period in its current state, or as it was when it was removed: one of the two is null. */
export const PeriodQuery = graphql(
  `
    query ServicePeriodPage($id: ID!) {
      servicePeriod(id: $id) {
        ...PeriodState
        trainee {
          id
          serviceTimeSigners {
            id
            displayName
          }
        }
        history(last: 100) {
          ...PeriodHistory
        }
      }
      removedServicePeriod(id: $id) {
        id
        kind
        enterpriseName
        unitName
        position
        fte
        startsOn
        endsOn
        overlapReason
        removedAt
        trainee {
          id
          displayName
        }
        removedBy {
          id
          displayName
        }
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
        signature {
          id
          at
          by {
            id
            displayName
          }
        }
        history(last: 100) {
          ...PeriodHistory
        }
      }
    }
  `,
  [PeriodState, PeriodHistory],
)
