import './queries.ts'
import './history.ts'
import './mutations.ts'
