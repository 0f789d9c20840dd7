"""Plans in other programs' formats; needs neither fonts nor ReportLab (导出)."""
