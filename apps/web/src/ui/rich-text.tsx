import { Fragment, type ReactNode } from 'react';
import type { RichBlock, RichInline, RichText as RichTextTree } from '#kernel';

function Inline({ inline }: { inline: RichInline }) {
  if (inline.type === 'hardBreak') return <br />;
  let words: ReactNode = inline.text;
  if (inline.bold) words = <strong>{words}</strong>;
  if (inline.italic) words = <em>{words}</em>;
  return inline.link ? <a href={inline.link} rel="noopener noreferrer nofollow">{words}</a> : <Fragment>{words}</Fragment>;
}

const line = (content: readonly RichInline[]): ReactNode => content.map((inline, place) => <Inline key={place} inline={inline} />);

function Block({ block }: { block: RichBlock }) {
  if (block.type === 'paragraph') return <p dir="auto">{line(block.content)}</p>;
  if (block.type === 'heading') return block.level === 2 ? <h2 dir="auto">{line(block.content)}</h2> : <h3 dir="auto">{line(block.content)}</h3>;
  const items = block.items.map((item, place) => (
    <li key={place}>
      <Blocks blocks={item} />
    </li>
  ));
  return block.type === 'bulletList' ? <ul>{items}</ul> : <ol>{items}</ol>;
}

const Blocks = ({ blocks }: { blocks: readonly RichBlock[] }) => blocks.map((block, place) => <Block key={place} block={block} />);

/** A written text with its form, from the tree that `readRichText` has checked: React writes every word as a text, so nothing in it is ever markup. */
export const RichText = ({ text }: { text: RichTextTree }) => <Blocks blocks={text.content} />;
