import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { closeDoor } from './close-door.js';

@Module({})
class Nothing {}

const lines: Socket[] = [];
afterEach(() => lines.splice(0).forEach((line) => line.destroy()));

/** A house with one slow answer; what a line has heard of it so far. */
async function opened(milliseconds: number): Promise<{ nest: NestFastifyApplication; heard: () => string; cut: Promise<void> }> {
  const nest = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), { logger: false });
  let began: () => void;
  const asked = new Promise<void>((resolve) => (began = resolve));
  nest.getHttpAdapter().getInstance().get('/slow', async () => {
    began();
    return pause(milliseconds, 'told to the end', { ref: false });
  });
  await nest.listen(0, '127.0.0.1');
  const line = connect(Number(new URL(await nest.getUrl()).port), '127.0.0.1');
  lines.push(line);
  let text = '';
  line.on('data', (bytes) => (text += bytes.toString()));
  const cut = new Promise<void>((resolve) => line.once('close', () => resolve()));
  line.write('GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  await asked;
  return { nest, heard: () => text, cut };
}

describe('a house that stops', () => {
  it('finishes what it is answering', async () => {
    const { nest, heard, cut } = await opened(400);
    await closeDoor(nest, 3_600_000);
    await cut;
    expect(heard()).toContain('told to the end');
  });

  it('cuts a line that hangs, once the grace is over', async () => {
    const { nest, heard, cut } = await opened(3_600_000);
    await closeDoor(nest, 300);
    await cut;
    expect(heard()).toBe('');
  });
});
