export { AgreementModule } from './agreement.module.js';
export { RecordAgreement, type AxisInput, type RecordAgreementInput, type RuleInput } from './actions/record-agreement.js';
export * from './store/agreement.entity.js';
export { capabilitiesAt, whyLacking } from './store/bond.store.js';
export { agreementIdOf, rulesInForce, type RuleInForce } from './store/rule.store.js';
export { agreementView, axesOf } from './views/agreement.reader.js';
export { ActionLeadType, AgreementType, AxisType, CapabilityEnum } from './views/agreement.types.js';
export { concerns, definitionOf, mayBe, ruleDefinitions, ruleKeys, ruleOrDefault, type AgreementKind, type RuleDefinition, type RuleKey } from './domain/questions.js';
