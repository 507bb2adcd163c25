@echo off
rem smp: starts the server and whatever else is done with an installation of SMP; "smp --help" lists it.
rem SMP_HOME   the folder with conf\, data\ and logs\; unless set, the one in which this installation lies
rem JAVA_HOME  a Java 17 or newer; unless set, the one on the PATH
setlocal
call "%~dp0java.cmd"
if errorlevel 1 exit /b 1
set "TOOL=%~dp0..\tool"
if not "%~1"=="upgrade" goto go
rem an upgrade replaces the files below this folder, which Windows forbids while a program has them open
set "TOOL=%TEMP%\smp-upgrade-%RANDOM%%RANDOM%"
xcopy "%~dp0..\tool" "%TOOL%" /E /I /Q /Y >nul
if errorlevel 1 exit /b 1
:go
rem on one line with the end: this file may be another one when Java comes back
"%JAVA%" -Xmx128m -XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.awt.headless=true "-Dsmp.installation=%~dp0.." -cp "%TOOL%\smp-config-tool.jar" org.medexam.smp.tool.command.Smp %* & exit /b
