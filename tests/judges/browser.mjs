// The browser that CHROMIUM names.
import puppeteer from "puppeteer-core";

export const launch = () => puppeteer.launch({
  executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
