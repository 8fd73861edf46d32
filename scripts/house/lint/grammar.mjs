// Sentences of the house that ESLint's selector language can say. Each entry: what is forbidden, and what to do instead.

const tooMany = 'More than 3 parameters: give them a name together in one object (constructors excepted).';
const counted = [
  'FunctionDeclaration',
  'TSDeclareFunction',
  'ArrowFunctionExpression',
  ':not(MethodDefinition[kind="constructor"]) > FunctionExpression',
  ':not(MethodDefinition[kind="constructor"]) > TSEmptyBodyFunctionExpression',
  'TSMethodSignature',
  'TSFunctionType',
];

export const parameters = counted.map((selector) => ({ selector: `${selector}[params.length>3]`, message: tooMany }));

const clock = 'Time comes in as data: ask an injected Clock (law 7).';
export const timeAndChance = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="Date"][property.value="now"]', message: clock },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]', message: clock },
  { selector: 'VariableDeclarator[init.name="Date"]', message: clock },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"], MemberExpression[object.name="Math"][property.value="random"], VariableDeclarator[init.name="Math"]', message: 'Chance comes in as data: ask injected Ids or Chance (law 7).' },
];

const zone = 'A legal instant comes from the kernel’s zone service, never from the database’s or the machine’s zone data.';
export const legalTime = [
  { selector: 'Literal[value=/\\bat time zone\\b/i]', message: zone },
  { selector: 'TemplateElement[value.raw=/\\bat time zone\\b/i]', message: zone },
];

export const rows = [
  { selector: 'Decorator > CallExpression[callee.name=/^(OneToMany|ManyToOne|OneToOne|ManyToMany|JoinColumn|JoinTable)$/]', message: 'Rows have no relations: the key stands on the child as a plain column (law 6).' },
  { selector: 'Decorator > CallExpression[callee.name="Field"]:not([arguments.0.type="ArrowFunctionExpression"])', message: 'Every GraphQL property names its type: @Field(() => Type).' },
  { selector: 'Decorator > CallExpression[callee.name=/^(Query|Mutation|ResolveField)$/]:not([arguments.0.type="ArrowFunctionExpression"]):not([arguments.1.type="ArrowFunctionExpression"])', message: 'Every GraphQL operation names its type: @Query(() => Type).' },
];

export const realTests = [
  { selector: 'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|doMock|unstable_mockModule|spyOn)$/]', message: 'No mock of what we own: tests run on real parts (law 12).' },
  // `oracle ? it : it.skip` stays: a test whose oracle is missing is named at the end of the run.
  { selector: 'CallExpression > MemberExpression.callee[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]', message: 'No test asleep: it runs, or it is not there.' },
  { selector: 'CallExpression > MemberExpression.callee > MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|failing)$/]', message: 'No test asleep: it runs, or it is not there.' },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'No test asleep: it runs, or it is not there.' },
];

export const markup = [
  { selector: 'JSXAttribute[name.name="style"]', message: 'The content security policy refuses inline styles: a class of a CSS module.' },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'No raw HTML: text is text.' },
];

const words = '/[A-Za-zÀ-ÖØ-öø-ÿ\\u0600-\\u06FF]{2,}/';
const spoken = 'Sentences come from phrases: say(key).';
export const sentences = [
  { selector: `JSXText[value=${words}]`, message: spoken },
  { selector: `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=${words}]`, message: spoken },
  { selector: `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${words}]`, message: spoken },
  { selector: `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=${words}]`, message: spoken },
  { selector: `JSXAttribute[name.name=/^(title|alt|label|placeholder|aria-label|aria-description|aria-roledescription|legend|hint)$/] > Literal[value=${words}]`, message: spoken },
];
