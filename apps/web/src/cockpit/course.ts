// The line from the base to the cap, month by month. Pure: a chart option from the meter.
import type { Meter } from '@zhenghe/contract/zones';
import type { ChartOption, Palette } from '../ui/index.ts';

interface CourseWords {
  readonly now: string;
  readonly cap: string;
}

export function courseOption(meter: Pick<Meter, 'course' | 'cap'>, palette: Palette, words: CourseWords): ChartOption {
  const days = meter.course.map((point) => point.on);
  return {
    grid: { left: 48, right: 24, top: 20, bottom: 28 },
    textStyle: { color: palette.inkSoft, fontFamily: 'inherit' },
    tooltip: { trigger: 'axis', backgroundColor: palette.paper, borderColor: palette.line, textStyle: { color: palette.ink } },
    xAxis: {
      type: 'category',
      data: days,
      axisLabel: { color: palette.inkSoft, formatter: (day: string) => day.slice(0, 7) },
      axisLine: { lineStyle: { color: palette.line } },
    },
    yAxis: { type: 'value', min: 0, axisLabel: { color: palette.inkSoft }, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      {
        type: 'line',
        name: words.now,
        step: 'end',
        symbolSize: 5,
        data: meter.course.map((point) => point.count),
        lineStyle: { color: palette.blue, width: 2 },
        itemStyle: { color: palette.blue },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.ink, type: 'dashed' },
          label: { formatter: `${words.cap} ${meter.cap.count}`, position: 'insideStartTop', color: palette.ink },
          data: [{ yAxis: meter.cap.count }],
        },
      },
    ],
  };
}
