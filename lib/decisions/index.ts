// Decisions (contract §8): the engine, its policies, and the versions it made. It decides; lib/applications moves.
export { decide, type DecisionResult } from './decide';
export { decisionInputs, type DecisionInputs } from './inputs';
export { readDecision, readLatestDecision } from './read';
export { recordDecision, type RecordedDecision } from './record';
export { selectOffer as findOffer } from './repository';
export { decisionQuerySchema, decisionSchema, type Decision, type Offer } from './schemas';
