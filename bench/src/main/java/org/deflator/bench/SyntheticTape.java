package org.deflator.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.tape.LoanTape;
import org.deflator.data.tape.TapeWriter;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;

/**
 * Makes and validates a tape of many instruments: ten loans, two fleets, two contracts and a covenant a loan for
 * each borrower. {@code make FOLDER INSTRUMENTS} writes CSV files, {@code convert TAPE FILE.xlsx} a workbook,
 * {@code check TAPE} says how long reading and checking took. The target: 100,000 instruments in less than
 * 30 seconds and 2 GiB.
 */
final class SyntheticTape {
    private static final int LOANS_A_BORROWER = 10;

    private SyntheticTape() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        switch (arguments[0]) {
            case "make" -> make(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "convert" -> done(TapeWriter.workbook(read(Path.of(arguments[1])), Path.of(arguments[2])));
            case "check" -> {
                long start = System.nanoTime();
                LoadedPortfolio loaded = read(Path.of(arguments[1]));
                out.printf(Locale.ROOT, "%,d borrowers, %,d figures: %.1f s%n",
                        loaded.portfolio().borrowers().size(),
                        loaded.provenance().figures().size(), (System.nanoTime() - start) / 1e9);
            }
            default -> throw new IllegalArgumentException("make, convert or check, not " + arguments[0]);
        }
    }

    private static LoadedPortfolio read(Path tape) throws IOException {
        return done(LoanTape.read(tape, Perimeter.FROZEN));
    }

    private static <T> T done(Outcome<T> outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(List<Problem> problems) ->
                    throw new IOException(
                            String.join("\n", problems.stream().map(Problem::toString).toList()));
        };
    }

    private static PrintWriter table(Path folder, String name, String header) throws IOException {
        PrintWriter out =
                new PrintWriter(
                        Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8));
        out.println(header);
        return out;
    }

    private static void make(Path folder, int instruments) throws IOException {
        Files.createDirectories(folder);
        try (PrintWriter portfolio = table(folder, "portfolio", "portfolio,as_of");
                PrintWriter offtakers = table(folder, "offtakers",
                        "id,name,rating,annual_default_probability,recontracts");
                PrintWriter borrowers = table(folder, "borrowers",
                        "id,name,kind,treasury.cash_usd_m,costs.overhead_usd_m_per_month,assumed reason")) {
            portfolio.println("synthetic,2026-06-30");
            offtakers.println("customer,Made-up customer,B,0.06,true");
            for (int b = 0; b < instruments / LOANS_A_BORROWER; b++) {
                borrowers.printf("b%d,Made-up borrower %d,neocloud,%d,1.5,made up for a measurement%n", b, b,
                        b % 97);
            }
        }
        assets(folder, instruments / LOANS_A_BORROWER);
        try (PrintWriter loans = table(folder, "instruments",
                "borrower,type,id,name,rank,security.fleets,outstanding_usd_m,rate.base,"
                        + "rate.spread_bp,rate.floor_pct,"
                        + "day_count,payments_per_year,maturity,draw.commitment_usd_m,draw.availability_end,"
                        + "draw.undrawn_fee_bp,amortisation.type,amortisation.balloon_pct,amortisation_start,"
                        + "reserve.months,reserve.opening_usd_m,sweep_share,source,currency");
                PrintWriter covenants = table(folder, "covenants",
                        "instrument,type,threshold,trailing_months,first_test,every_months,remedy.type,"
                                + "remedy.cure_months,remedy.equity_cures")) {
            for (int i = 0; i < instruments; i++) {
                loans.printf(
                        "b%d,term_loan,loan-%d,Made-up loan %d,senior_secured,f%d,%d.%d,SOFR,%d,0,ACT/360,4,"
                                + "20%d-06-30,%d,2027-06-30,50,level,%d,2027-09-30,3,0.5,0.25,"
                                + "https://example.org/%d,USD%n",
                        i / LOANS_A_BORROWER, i, i, i % 2, 1 + i % 40, i % 10, 300 + i % 400, 30 + i % 6,
                        50 + i % 7,
                        i % 30, i);
                covenants.printf("loan-%d,min_dscr,1.2,12,2026-09-30,3,event_of_default,1,4%n", i);
            }
        }
    }

    private static void assets(Path folder, int borrowers) throws IOException {
        try (PrintWriter sites = table(folder, "sites",
                "borrower,id,pue,power_usd_per_kwh,colo_usd_per_kw_month");
                PrintWriter fleets =
                        table(folder, "fleets", "borrower,id,gpu,units,in_service,unit_cost_usd,site");
                PrintWriter contracts = table(folder, "contracts",
                        "borrower,id,offtaker,gpu,units,price_usd_per_gpu_hour,start,end,type")) {
            for (int b = 0; b < borrowers; b++) {
                sites.printf("b%d,hall,1.25,0.08,150%n", b);
                for (int f = 0; f < 2; f++) {
                    fleets.printf("b%d,f%d,H100-SXM,%d,2025-06,40000,hall%n", b, f, 1000 + b % 500);
                    contracts.printf("b%d,c%d,customer,H100-SXM,%d,2.35,2025-06,2029-05,take_or_pay%n", b, f,
                            1000 + b % 500);
                }
            }
        }
    }
}
