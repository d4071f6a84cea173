import './queries.ts'
import './ServiceTimeSetting.ts'
import './mutations.ts'
