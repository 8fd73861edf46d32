// Right-to-left is free when no rule names a side of the screen. Planted violations: test/house/styles.spec.ts.
const sides = '(left|right|top|bottom)';
const fourSides = /^(?!.*\()\S+\s+\S+\s+\S+\s+\S+$/;

export default {
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  reportInvalidScopeDisables: true,
  rules: {
    'property-disallowed-list': [
      [`/^(margin|padding|border|scroll-margin|scroll-padding)-${sides}(-.*)?$/`, `/^${sides}$/`, '/^border-(top|bottom)-(left|right)-radius$/', '/^overflow-[xy]$/', '/^overscroll-behavior-[xy]$/'],
      { message: (name) => `${name}: name it by its logical side (margin-inline-start, inset-inline-end, border-start-start-radius …)` },
    ],
    'declaration-property-value-disallowed-list': [
      {
        'text-align': ['left', 'right'],
        float: ['left', 'right'],
        clear: ['left', 'right'],
        'caption-side': ['left', 'right'],
        '/^(margin|padding|inset|border-width|border-style|border-color|border-radius|scroll-margin|scroll-padding)$/': [fourSides],
        '/^(transition|transition-property)$/': [/\b(left|right|margin-left|margin-right)\b/],
      },
      { message: (property, value) => `${property}: ${value} names a side of the screen; say start and end` },
    ],
    'rule-selector-property-disallowed-list': [
      { '/^(?![\\s\\S]*:not\\(:lang\\(ar\\)\\))/': ['letter-spacing'] },
      { message: 'letter-spacing cuts the joined letters of Arabic: put it under :not(:lang(ar))' },
    ],
    'color-no-hex': [true, { message: 'A colour has a name in tokens.css' }],
    'color-named': ['never', { message: 'A colour has a name in tokens.css' }],
    'function-disallowed-list': [['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch'], { message: 'A colour has a name in tokens.css' }],
    'function-url-scheme-disallowed-list': [['http', 'https', '//'], { message: 'Nothing is fetched from elsewhere' }],
    'block-no-empty': true,
    'no-duplicate-selectors': true,
    'declaration-block-no-duplicate-properties': true,
    'no-invalid-double-slash-comments': true,
    'property-no-unknown': [true, { ignoreProperties: ['composes'] }],
  },
  overrides: [{ files: ['**/styles/tokens.css'], rules: { 'color-no-hex': null, 'color-named': null, 'function-disallowed-list': null } }],
};
